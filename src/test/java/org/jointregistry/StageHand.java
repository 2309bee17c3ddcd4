package org.jointregistry;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.List;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.neo4j.driver.Driver;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Sets the records of fields that are {@link OnStage}, and takes them away again.
 */
class StageHand implements BeforeEachCallback, AfterEachCallback {

	@Override
	public void beforeEach(ExtensionContext test) throws ReflectiveOperationException {
		ApplicationContext registry = SpringExtension.getApplicationContext(test);
		for (Field field : fields(test)) {
			Constructor<?> constructor = field.getType().getDeclaredConstructor(Driver.class, RegistryClient.class);
			constructor.setAccessible(true);
			Staged records = (Staged) constructor.newInstance(registry.getBean(Driver.class),
					registry.getBean(RegistryClient.class));
			field.set(test.getRequiredTestInstance(), records);
			records.set();
		}
	}

	@Override
	public void afterEach(ExtensionContext test) throws ReflectiveOperationException {
		for (Field field : fields(test)) {
			((Staged) field.get(test.getRequiredTestInstance())).clear();
		}
	}

	private static List<Field> fields(ExtensionContext test) {
		List<Field> fields = AnnotationSupport.findAnnotatedFields(test.getRequiredTestClass(), OnStage.class,
				(field) -> true, HierarchyTraversalMode.TOP_DOWN);
		fields.forEach((field) -> field.setAccessible(true));
		return fields;
	}

}
