package org.jointregistry.http;

import java.io.IOException;
import java.time.Duration;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves GraphiQL, with its libraries from the jars that bring them, so that the page
 * needs no other host.
 */
@Configuration(proxyBeanMethods = false)
class GraphiqlPages implements WebMvcConfigurer {

	private static final String PAGE = "forward:/graphiql/index.html";

	@Override
	public void addViewControllers(ViewControllerRegistry views) {
		views.addViewController("/graphiql").setViewName(PAGE);
		views.addViewController("/graphiql/").setViewName(PAGE);
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry resources) {
		serve(resources, "graphiql", "");
		serve(resources, "react", "umd/");
		serve(resources, "react-dom", "umd/");
	}

	private static void serve(ResourceHandlerRegistry resources, String library, String directory) {
		String files = "classpath:/META-INF/resources/_static/%s/%s/%s".formatted(library, versionOf(library),
				directory);
		resources.addResourceHandler("/graphiql/library/" + library + "/*.min.*")
			.addResourceLocations(files)
			.setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
	}

	/** The jar says its own version, so that the POM alone names it. */
	private static String versionOf(String library) {
		try {
			ClassPathResource file = new ClassPathResource("META-INF/maven/org.mvnpm/" + library + "/pom.properties");
			return PropertiesLoaderUtils.loadProperties(file).getProperty("version");
		}
		catch (IOException ex) {
			throw new IllegalStateException("The library " + library + " is not on the class path", ex);
		}
	}

}
