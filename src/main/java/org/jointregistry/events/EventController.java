package org.jointregistry.events;

import java.util.List;
import java.util.Set;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;

import org.jointregistry.read.GlobalId;
import org.jointregistry.read.Reads;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

/**
 * The subscriptions.
 */
@Controller
class EventController {

	private static final String PROGRAM = "Program";

	private final Subscriptions subscriptions;

	private final Reads reads;

	EventController(Subscriptions subscriptions, Reads reads) {
		this.subscriptions = subscriptions;
		this.reads = reads;
	}

	@SubscriptionMapping
	Flux<RecordChange> recordChanged(@Argument @Nullable List<String> types, @Argument @Nullable String program,
			@Argument @Nullable String after, DataFetchingEnvironment field) {
		return this.subscriptions.events(field, () -> new Interest(known(types), false, seen(program, field), "record"),
				after);
	}

	@SubscriptionMapping
	Flux<RecordChange> contributionRecorded(@Argument @Nullable String program, @Argument @Nullable String after,
			DataFetchingEnvironment field) {
		return this.subscriptions.events(field,
				() -> new Interest(Set.of("Contribution"), true, seen(program, field), "contribution"), after);
	}

	private Set<String> known(@Nullable List<String> types) {
		if (types == null) {
			return Set.of();
		}
		for (String type : types) {
			if (!this.reads.isRecord(type)) {
				throw new RegistryException(ErrorCode.BAD_INPUT, "A type of records is needed, such as Program");
			}
		}
		return types.isEmpty() ? Set.of("") : Set.copyOf(types);
	}

	/** A program that the subscriber sees. */
	private @Nullable GlobalId seen(@Nullable String program, DataFetchingEnvironment field) {
		if (program == null) {
			return null;
		}
		GlobalId id = new GlobalId(PROGRAM, GlobalId.keyOf(PROGRAM, program));
		return this.reads.findSeen(id, null, "", field).map((found) -> id).orElseThrow(RegistryException::notFound);
	}

}
