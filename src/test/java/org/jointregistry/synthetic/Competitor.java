package org.jointregistry.synthetic;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

import com.sun.management.OperatingSystemMXBean;

/**
 * One of those who do the same work.
 *
 * @param ask does it once
 * @param processor what all who have a part in it have used of the processor, in
 * nanoseconds
 * @param laps what was seen of it so far
 */
record Competitor(Runnable ask, LongSupplier processor, List<Lap> laps) {

	private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();

	/** One who does it in this process. */
	static Competitor here(Runnable ask) {
		return new Competitor(ask, SYSTEM::getProcessCpuTime, new ArrayList<>());
	}

	/**
	 * One who does it with another process.
	 * @param ask does it once
	 * @param elsewhere what the other process has used of the processor, in nanoseconds
	 */
	static Competitor with(Runnable ask, LongSupplier elsewhere) {
		return new Competitor(ask, () -> SYSTEM.getProcessCpuTime() + elsewhere.getAsLong(), new ArrayList<>());
	}

	/** Runs a lap and keeps what was seen. */
	void run(int clients, Duration time) throws InterruptedException {
		this.laps.add(lap(clients, time));
	}

	/** Runs a lap that is not kept. */
	Lap lap(int clients, Duration time) throws InterruptedException {
		return Lap.run(clients, time, this.ask, this.processor);
	}

	/** What was seen since the last time this was asked for. */
	Lap seen() {
		Lap seen = Lap.together(this.laps);
		this.laps.clear();
		return seen;
	}

}
