package org.jointregistry.embedded;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The demo clients as the authorization server knows them. Its own repository in memory
 * refuses clients that have a secret in common.
 */
class DemoClients implements RegisteredClientRepository {

	private final Map<String, RegisteredClient> clients = Arrays.stream(DemoClient.values())
		.map(DemoClients::registered)
		.collect(Collectors.toMap(RegisteredClient::getClientId, Function.identity()));

	private static RegisteredClient registered(DemoClient client) {
		return RegisteredClient.withId(client.id())
			.clientId(client.id())
			.clientSecret(DemoClient.SECRET)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.tokenSettings(TokenSettings.builder().accessTokenTimeToLive(Duration.ofHours(1)).build())
			.build();
	}

	@Override
	public void save(RegisteredClient client) {
		throw new UnsupportedOperationException("The demo clients are given");
	}

	@Override
	public @Nullable RegisteredClient findById(String id) {
		return this.clients.get(id);
	}

	@Override
	public @Nullable RegisteredClient findByClientId(String clientId) {
		return this.clients.get(clientId);
	}

}
