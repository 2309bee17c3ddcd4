package org.jointregistry.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;

import org.jointregistry.JointRegistry;

/**
 * The modules as the code has them: each above those that it uses.
 *
 * @param uses by module, what its code uses
 */
record ModulePicture(Map<String, Set<String>> uses) {

	private static final int WIDTH = 1100;

	private static final int ROW = 84;

	private static final int BOX = 106;

	/**
	 * Reads the modules from the compiled code.
	 * @return the modules
	 */
	static ModulePicture read() {
		ApplicationModules modules = ApplicationModules.of(JointRegistry.class);
		Map<String, Set<String>> uses = new TreeMap<>();
		for (ApplicationModule module : modules) {
			uses.put(name(module),
					module.getDependencies(modules, DependencyDepth.IMMEDIATE)
						.uniqueModules()
						.map(ModulePicture::name)
						.collect(Collectors.toCollection(TreeSet::new)));
		}
		return new ModulePicture(uses);
	}

	private static String name(ApplicationModule module) {
		return module.getIdentifier().toString();
	}

	/**
	 * All modules, and of what they use what no other of these uses already.
	 * @return an image in SVG
	 */
	String drawn() {
		Map<Integer, List<String>> rows = new TreeMap<>();
		this.uses.keySet()
			.forEach((module) -> rows.computeIfAbsent(height(module), (row) -> new ArrayList<>()).add(module));
		Svg svg = new Svg(WIDTH, rows.size() * ROW + 20, "Modules, each above those that it uses");
		Map<String, Place> places = new TreeMap<>();
		rows.forEach((row, modules) -> {
			for (int place = 0; place < modules.size(); place++) {
				places.put(modules.get(place),
						new Place((2 * place + 1) * WIDTH / (2 * modules.size()), (rows.size() - 1 - row) * ROW + 40));
			}
		});
		this.uses.forEach((module, used) -> used.stream().filter((each) -> isDirect(module, each)).forEach((each) -> {
			Place from = Objects.requireNonNull(places.get(module));
			Place to = Objects.requireNonNull(places.get(each));
			svg.line(from.x(), from.y() + 13, to.x(), to.y() - 13);
		}));
		places.forEach(
				(module, place) -> svg.box(place.x() - BOX / 2, place.y() - 13, BOX, 26, module, "#" + module, false));
		return svg.text();
	}

	private int height(String module) {
		return used(module).stream().mapToInt((each) -> height(each) + 1).max().orElse(0);
	}

	private boolean isDirect(String module, String used) {
		return used(module).stream().noneMatch((between) -> !between.equals(used) && reaches(between, used));
	}

	private boolean reaches(String module, String used) {
		return used(module).contains(used) || used(module).stream().anyMatch((each) -> reaches(each, used));
	}

	private Set<String> used(String module) {
		return this.uses.getOrDefault(module, Set.of());
	}

	/**
	 * Where a module stands.
	 *
	 * @param x its middle
	 * @param y its middle
	 */
	private record Place(int x, int y) {

	}

}
