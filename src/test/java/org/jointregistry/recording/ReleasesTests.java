package org.jointregistry.recording;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is released follows from what the last writer left.
 */
@RegistryTest
class ReleasesTests {

	private static final String RADAR = "MATCH (radar:Technology {key: 'FX-WRT-RADAR'}) ";

	private static final String FOUND = RADAR + "RETURN radar.releasedTo AS tokens";

	@Autowired
	private Driver driver;

	@Autowired
	private ReleaseGrounds grounds;

	@OnStage
	private Scene scene;

	@Test
	void whatAnotherWriterHidesMeanwhileStaysHidden() throws InterruptedException {
		this.scene.run("""
				CREATE (:Technology {key: 'FX-WRT-RADAR', name: 'Radar', marking: 'PUBLIC', releasableTo: [],
				  industryReleasable: false, originator: 'XWA', fictional: true, version: 1})""");
		refresh();
		assertThat(tokens()).contains("public");
		this.scene.whileHeld(RADAR + "SET radar.version = 1", RADAR + "SET radar.marking = 'ORIGINATOR'",
				this::refresh);
		assertThat(tokens()).containsExactly("nation:XWA");
	}

	private List<Object> tokens() {
		return this.scene.run(FOUND).getFirst().get("tokens").asList();
	}

	private boolean refresh() {
		try (Session session = this.driver.session()) {
			session.executeWriteWithoutResult((transaction) -> new Releases(transaction, this.grounds)
				.refreshNodes(List.of(new NodeRef("Technology", "FX-WRT-RADAR"))));
		}
		return true;
	}

}
