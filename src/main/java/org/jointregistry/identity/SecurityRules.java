package org.jointregistry.identity;

import java.time.Clock;
import java.util.List;

import jakarta.servlet.DispatcherType;

import org.springframework.boot.graphql.autoconfigure.GraphQlCorsProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * What is open, what needs a viewer, and that everything else is closed.
 */
@Configuration(proxyBeanMethods = false)
class SecurityRules {

	private static final String VIEWER = "VIEWER";

	private static final String OPERATOR = "OPERATOR";

	/**
	 * Scripts and styles of the registry's own pages, and nothing from any other host.
	 */
	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; "
			+ "style-src 'self'%s; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
			+ "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

	/** No use of what browsers have besides. */
	private static final String PERMISSIONS_POLICY = "camera=(), display-capture=(), geolocation=(), "
			+ "microphone=(), payment=(), usb=()";

	@Bean
	SecurityFilterChain registrySecurity(HttpSecurity http, JwtDecoder tokens, TokenRefusals refusals,
			GraphQlCorsProperties origins) {
		http.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
			.permitAll()
			.requestMatchers("/graphql")
			.hasAuthority(VIEWER)
			.requestMatchers(HttpMethod.GET, "/export", "/export/*")
			.hasAuthority(VIEWER)
			.requestMatchers(HttpMethod.POST, "/import/*")
			.hasAuthority(VIEWER)
			// A WebSocket says who asks in its first message, or is closed
			.requestMatchers(HttpMethod.GET, "/graphql/ws", "/graphiql", "/graphiql/**", "/reference", "/reference/**",
					"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness", "/favicon.ico")
			.permitAll()
			.requestMatchers(HttpMethod.GET, "/actuator/**")
			.hasAuthority(OPERATOR)
			.anyRequest()
			.denyAll());
		http.addFilter(tokenReader(tokens, refusals));
		http.exceptionHandling((failures) -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
		// No cookie says who asks, so no other site can ask in a viewer's name
		http.csrf(AbstractHttpConfigurer::disable);
		// Other origins are those of the setting spring.graphql.cors, and there are none
		// by default
		http.cors((cors) -> cors.configurationSource(sharedWith(origins)));
		http.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
		http.requestCache(AbstractHttpConfigurer::disable).logout(AbstractHttpConfigurer::disable);
		http.headers(SecurityRules::secure);
		return http.build();
	}

	static CorsConfigurationSource sharedWith(GraphQlCorsProperties origins) {
		CorsConfiguration shared = origins.toCorsConfiguration();
		UrlBasedCorsConfigurationSource paths = new UrlBasedCorsConfigurationSource();
		if (shared != null) {
			paths.registerCorsConfiguration("/graphql",
					new CorsConfiguration().applyPermitDefaultValues().combine(shared));
		}
		return paths;
	}

	private static void secure(HeadersConfigurer<HttpSecurity> headers) {
		RequestMatcher graphiql = PathPatternRequestMatcher.withDefaults().matcher("/graphiql/**");
		// Its editor writes style elements while it runs, and its style sheet holds its
		// fonts
		headers.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(graphiql, contentPolicy(" 'unsafe-inline'")))
			.addHeaderWriter(
					new DelegatingRequestMatcherHeaderWriter(new NegatedRequestMatcher(graphiql), contentPolicy("")))
			.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.NO_REFERRER))
			.permissionsPolicyHeader((policy) -> policy.policy(PERMISSIONS_POLICY))
			.crossOriginOpenerPolicy((policy) -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
			.crossOriginResourcePolicy((policy) -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
	}

	private static HeaderWriter contentPolicy(String styles) {
		return new ContentSecurityPolicyHeaderWriter(CONTENT_SECURITY_POLICY.formatted(styles));
	}

	/** A token without an end would be valid for ever. */
	@Bean
	JwtTimestampValidator tokensMustExpire() {
		JwtTimestampValidator validator = new JwtTimestampValidator();
		validator.setAllowEmptyExpiryClaim(false);
		return validator;
	}

	/**
	 * What makes viewers of access tokens.
	 * @param tokens reads tokens and checks them
	 * @return gives the viewer as principal, where the token names one
	 */
	static JwtAuthenticationProvider viewers(JwtDecoder tokens) {
		JwtAuthenticationProvider provider = new JwtAuthenticationProvider(tokens);
		provider.setJwtAuthenticationConverter(SecurityRules::viewer);
		return provider;
	}

	private static AbstractAuthenticationToken viewer(Jwt token) {
		List<GrantedAuthority> operator = OperatorScope.isHeld(token.getClaims())
				? AuthorityUtils.createAuthorityList(OPERATOR) : List.of();
		return ViewerClaims.findViewer(token.getClaims())
			.map((viewer) -> new JwtAuthenticationToken(token, (Object) viewer, withViewer(operator)))
			.orElseGet(() -> new JwtAuthenticationToken(token, operator));
	}

	private static List<GrantedAuthority> withViewer(List<GrantedAuthority> others) {
		List<GrantedAuthority> authorities = AuthorityUtils.createAuthorityList(VIEWER);
		authorities.addAll(others);
		return authorities;
	}

	/**
	 * Reads tokens from the Authorization header. Spring Security's own set-up of a
	 * resource server would also publish a description of it, which is not true of this
	 * one.
	 */
	private static BearerTokenAuthenticationFilter tokenReader(JwtDecoder tokens, TokenRefusals refusals) {
		BearerTokenAuthenticationFilter filter = new BearerTokenAuthenticationFilter(
				new ProviderManager(viewers(new RememberedTokens(tokens, Clock.systemUTC()))));
		filter.setAuthenticationFailureHandler(refusals::commence);
		filter.setAuthenticationEntryPoint(refusals);
		return filter;
	}

}
