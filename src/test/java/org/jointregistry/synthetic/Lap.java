package org.jointregistry.synthetic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

/**
 * What was seen while clients asked for some time, each again as soon as it was answered.
 *
 * @param times nanoseconds of each request, ascending
 * @param seconds how long it took in all
 * @param processor seconds of the processor, those of clients, database and who stands
 * between them together
 */
record Lap(List<Long> times, double seconds, double processor) {

	private static final double NANOS = 1e9;

	private static final double NANOS_OF_A_MILLISECOND = 1e6;

	Lap {
		times = times.stream().sorted().toList();
	}

	/**
	 * Has clients ask.
	 * @param clients how many at once
	 * @param time how long; each ends what it has begun
	 * @param request what each asks
	 * @param processor what was used of the processor so far, in nanoseconds
	 * @return what was seen
	 * @throws InterruptedException if nobody waits for it any more
	 */
	static Lap run(int clients, Duration time, Runnable request, LongSupplier processor) throws InterruptedException {
		List<Long> all = new ArrayList<>();
		long before = processor.getAsLong();
		long begun = System.nanoTime();
		try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
			Callable<List<Long>> client = () -> times(begun + time.toNanos(), request);
			List<Future<List<Long>>> running = threads.invokeAll(Collections.nCopies(clients, client));
			for (Future<List<Long>> each : running) {
				all.addAll(each.get());
			}
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
		double seconds = (System.nanoTime() - begun) / NANOS;
		return new Lap(all, seconds, (processor.getAsLong() - before) / NANOS);
	}

	/** Several laps as if they were one. */
	static Lap together(List<Lap> laps) {
		return new Lap(laps.stream().flatMap((lap) -> lap.times().stream()).toList(),
				laps.stream().mapToDouble(Lap::seconds).sum(), laps.stream().mapToDouble(Lap::processor).sum());
	}

	int requests() {
		return this.times.size();
	}

	double perSecond() {
		return requests() / this.seconds;
	}

	/** Seconds of the processor for a thousand requests. */
	double processorOfThousand() {
		return this.processor * 1000 / requests();
	}

	/**
	 * The time that a part of the requests took at most.
	 * @param part from 0 to 1
	 * @return milliseconds, those of the request at the nearest rank
	 */
	double millis(double part) {
		int rank = (int) Math.ceil(part * requests());
		return this.times.get(Math.max(0, rank - 1)) / NANOS_OF_A_MILLISECOND;
	}

	private static List<Long> times(long end, Runnable request) {
		List<Long> times = new ArrayList<>();
		long now = System.nanoTime();
		do {
			request.run();
			long then = System.nanoTime();
			times.add(then - now);
			now = then;
		}
		while (now < end);
		return times;
	}

}
