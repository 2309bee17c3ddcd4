package org.jointregistry.operation;

import java.util.Arrays;
import java.util.List;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.neo4j.autoconfigure.Neo4jAutoConfiguration;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Stops the start before anything is connected to, where a setting is missing that
 * nothing else provides. Development and tests provide a database and an issuer of their
 * own, as beans.
 */
@Component
class RequiredSettings implements BeanFactoryPostProcessor, PriorityOrdered {

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		List<RequiredSetting> missing = RequiredSetting.missingFrom(beans.getBean(Environment.class))
			.stream()
			.filter((setting) -> !isProvided(setting, beans))
			.toList();
		if (!missing.isEmpty()) {
			throw new MissingSettingsException(missing);
		}
	}

	private static boolean isProvided(RequiredSetting setting, ConfigurableListableBeanFactory beans) {
		return switch (setting) {
			case ISSUER -> beans.getBeanNamesForType(JwtDecoder.class, true, false).length > 0;
			case DATABASE, DATABASE_USER ->
				Arrays.stream(beans.getBeanNamesForType(Neo4jConnectionDetails.class, true, false))
					.anyMatch((bean) -> !isBootsOwn(beans, bean));
		};
	}

	/** Which tries localhost, without a user. */
	private static boolean isBootsOwn(ConfigurableListableBeanFactory beans, String bean) {
		return Neo4jAutoConfiguration.class.getName().equals(beans.getBeanDefinition(bean).getFactoryBeanName());
	}

}
