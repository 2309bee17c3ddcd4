package org.jointregistry.api;

import java.util.Comparator;
import java.util.List;

import graphql.GraphQLError;
import graphql.language.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * The order of errors of fields: by where the field stands in the document, then by where
 * its value stands in the answer. Fields that are answered at once fail in any order.
 * Errors of the document itself come first, as they came.
 */
final class DocumentOrder implements Comparator<GraphQLError> {

	@Override
	public int compare(GraphQLError one, GraphQLError other) {
		if (one.getPath() == null || other.getPath() == null) {
			return Boolean.compare(one.getPath() != null, other.getPath() != null);
		}
		int byPlace = Comparator.comparingInt(SourceLocation::getLine)
			.thenComparingInt(SourceLocation::getColumn)
			.compare(place(one.getLocations()), place(other.getLocations()));
		return (byPlace != 0) ? byPlace : comparePaths(one.getPath(), other.getPath());
	}

	private static SourceLocation place(@Nullable List<SourceLocation> locations) {
		return (locations == null || locations.isEmpty()) ? SourceLocation.EMPTY : locations.getFirst();
	}

	private static int comparePaths(List<Object> one, List<Object> other) {
		for (int index = 0; index < Math.min(one.size(), other.size()); index++) {
			int compared = (one.get(index) instanceof Integer number && other.get(index) instanceof Integer against)
					? number.compareTo(against)
					: String.valueOf(one.get(index)).compareTo(String.valueOf(other.get(index)));
			if (compared != 0) {
				return compared;
			}
		}
		return Integer.compare(one.size(), other.size());
	}

}
