package org.jointregistry.operation;

import java.util.List;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Stops the start before anything is connected to, where a setting gives away what the
 * registry holds, and warns of those that may.
 */
@Component
class SafeSettings implements BeanFactoryPostProcessor, PriorityOrdered {

	private static final Logger logger = LoggerFactory.getLogger(SafeSettings.class);

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE + 1;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		Environment environment = beans.getBean(Environment.class);
		List<UnsafeSetting> unsafe = UnsafeSetting.foundIn(environment);
		if (!unsafe.isEmpty() && !isDemonstration(environment)) {
			throw new UnsafeSettingsException(unsafe);
		}
		if (!unsafe.isEmpty()) {
			logger.warn("For demonstration only: {}",
					unsafe.stream().map(UnsafeSetting::meaning).collect(Collectors.joining(", ")));
		}
		QuestionableSetting.foundIn(environment).forEach((setting) -> logger.warn("{}", setting.warning()));
	}

	/** Asked before there are beans of settings. */
	private static boolean isDemonstration(Environment environment) {
		return Binder.get(environment).bindOrCreate("registry.operation", OperationSettings.class).demonstration();
	}

}
