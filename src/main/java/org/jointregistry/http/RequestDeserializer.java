package org.jointregistry.http;

import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/**
 * Reads a request, which null is not.
 */
class RequestDeserializer extends DelegatingDeserializer {

	RequestDeserializer(ValueDeserializer<?> reader) {
		super(reader);
	}

	@Override
	protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
		return new RequestDeserializer(reader);
	}

	@Override
	public Object getNullValue(DeserializationContext context) {
		return context.reportInputMismatch(SentRequest.class, "A request is an object");
	}

	/**
	 * Has requests read by this.
	 */
	static class Modifier extends ValueDeserializerModifier {

		private static final long serialVersionUID = 1L;

		@Override
		public ValueDeserializer<?> modifyDeserializer(DeserializationConfig config, BeanDescription.Supplier type,
				ValueDeserializer<?> reader) {
			return (type.getBeanClass() == SentRequest.class) ? new RequestDeserializer(reader) : reader;
		}

	}

}
