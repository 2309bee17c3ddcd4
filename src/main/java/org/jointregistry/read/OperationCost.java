package org.jointregistry.read;

import graphql.GraphQLContext;

/**
 * What the operation of a request costs, as {@code extensions.cost} tells it.
 */
public final class OperationCost {

	private OperationCost() {
	}

	/**
	 * The cost of an operation that is about to be executed.
	 * @param request the context of its request
	 * @return the cost; 0 if it is not reckoned yet
	 */
	public static long of(GraphQLContext request) {
		return request.getOrDefault(OperationCost.class, 0L);
	}

	static void tell(GraphQLContext request, long cost) {
		request.put(OperationCost.class, cost);
	}

}
