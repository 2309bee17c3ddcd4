package org.jointregistry.identity;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.graphql.autoconfigure.GraphQlCorsProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.filter.CorsFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Other origins whose pages may ask are those of the setting.
 */
class OriginTests {

	private static final String FRIEND = "https://front.example.org";

	@Test
	void anAllowedOriginAsksAsItsClientsDo() throws Exception {
		HttpServletResponse answer = preflight("/graphql", FRIEND, List.of(FRIEND));
		assertThat(answer.getStatus()).isEqualTo(200);
		assertThat(answer.getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)).isEqualTo(FRIEND);
		assertThat(answer.getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS)).contains("POST");
		assertThat(answer.getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS)).contains("authorization",
				"content-type");
	}

	@ParameterizedTest
	@CsvSource({ "/graphql,https://other.example.org", "/export," + FRIEND })
	void noOtherOriginAndNoOtherPath(String path, String origin) throws Exception {
		HttpServletResponse answer = preflight(path, origin, List.of(FRIEND));
		assertThat(answer.getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)).isNull();
	}

	@Test
	void noOriginWhereNoneIsSet() throws Exception {
		HttpServletResponse answer = preflight("/graphql", FRIEND, List.of());
		assertThat(answer.getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)).isNull();
	}

	private static HttpServletResponse preflight(String path, String origin, List<String> allowed) throws Exception {
		GraphQlCorsProperties settings = new GraphQlCorsProperties();
		settings.setAllowedOrigins(allowed);
		MockHttpServletRequest request = new MockHttpServletRequest("OPTIONS", path);
		request.addHeader(HttpHeaders.ORIGIN, origin);
		request.addHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "POST");
		request.addHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, "authorization,content-type");
		MockHttpServletResponse response = new MockHttpServletResponse();
		new CorsFilter(SecurityRules.sharedWith(settings)).doFilter(request, response, new MockFilterChain());
		return response;
	}

}
