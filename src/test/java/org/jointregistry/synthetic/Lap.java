package org.jointregistry.synthetic;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;

import com.sun.management.OperatingSystemMXBean;

/**
 * What was seen while clients asked for some time, each again as soon as it was answered.
 *
 * @param perSecond requests in a second
 * @param median milliseconds that half of the requests took at most
 * @param slowest milliseconds that 99 in a hundred took at most
 * @param processor seconds of the processor for a thousand requests, those of clients,
 * registry and database together
 */
record Lap(double perSecond, double median, double slowest, double processor) {

	private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();

	private static final double NANOS = 1e9;

	/**
	 * Has clients ask.
	 * @param clients how many at once
	 * @param time how long; each ends what it has begun
	 * @param request what each asks
	 * @return what was seen
	 * @throws InterruptedException if nobody waits for it any more
	 */
	static Lap run(int clients, Duration time, Runnable request) throws InterruptedException {
		List<Long> all = new ArrayList<>();
		long processor = SYSTEM.getProcessCpuTime();
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
		double used = (SYSTEM.getProcessCpuTime() - processor) / NANOS;
		all.sort(null);
		return new Lap(all.size() / seconds, millis(all, 0.5), millis(all, 0.99), used * 1000 / all.size());
	}

	/** What lies in the middle of several laps, each number by itself. */
	static Lap median(List<Lap> laps) {
		return new Lap(middle(laps, Lap::perSecond), middle(laps, Lap::median), middle(laps, Lap::slowest),
				middle(laps, Lap::processor));
	}

	private static double middle(List<Lap> laps, ToDoubleFunction<Lap> of) {
		return laps.stream().mapToDouble(of).sorted().toArray()[laps.size() / 2];
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

	private static double millis(List<Long> ascending, double part) {
		return ascending.get((int) (part * ascending.size())) / 1e6;
	}

}
