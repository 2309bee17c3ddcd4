package org.jointregistry.oracle;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionCallback;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;

import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Stands between the application and the database, and may change the statements that go
 * by: to see whether the proof notices. Those that settle allowances go by as they are.
 */
class Tampering implements BeanPostProcessor {

	private final AtomicReference<UnaryOperator<String>> change = new AtomicReference<>(UnaryOperator.identity());

	private final AtomicReference<@Nullable Duration> limit = new AtomicReference<>();

	/**
	 * Changes each statement from now on.
	 * @param change from the compiled text to the text that is run
	 */
	void with(UnaryOperator<String> change) {
		this.change.set(change);
	}

	/**
	 * Gives each statement another time limit from now on.
	 * @param limit the limit
	 */
	void within(Duration limit) {
		this.limit.set(limit);
	}

	/** Leaves statements alone again. */
	void stop() {
		this.limit.set(null);
		this.change.set(UnaryOperator.identity());
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof Driver driver) ? between(Driver.class, driver) : bean;
	}

	private <T> T between(Class<T> type, T real) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> between(invoke(real, method, tampered(method, arguments)))));
	}

	private @Nullable Object between(@Nullable Object result) {
		return (result instanceof Session session) ? between(Session.class, session) : result;
	}

	private @Nullable Object @Nullable [] tampered(Method method, @Nullable Object @Nullable [] arguments) {
		if (arguments != null && arguments.length > 0) {
			if (arguments[0] instanceof TransactionCallback<?> callback) {
				arguments[0] = (TransactionCallback<?>) (transaction) -> callback
					.execute(between(TransactionContext.class, transaction));
			}
			limit(arguments);
			if (method.getName().equals("run") && arguments[0] instanceof String text) {
				arguments[0] = text.contains(":Allowance") ? text : this.change.get().apply(text);
			}
		}
		return arguments;
	}

	private void limit(@Nullable Object[] arguments) {
		Duration shorter = this.limit.get();
		for (int i = 0; shorter != null && i < arguments.length; i++) {
			if (arguments[i] instanceof TransactionConfig) {
				arguments[i] = TransactionConfig.builder().withTimeout(shorter).build();
			}
		}
	}

	private static @Nullable Object invoke(Object real, Method method, @Nullable Object @Nullable [] arguments)
			throws Throwable {
		try {
			return method.invoke(real, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

}
