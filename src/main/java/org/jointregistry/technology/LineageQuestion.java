package org.jointregistry.technology;

import java.util.List;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.access.Audience;
import org.jointregistry.access.Validity;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Reached;
import org.jointregistry.read.Weaving;

/**
 * The statement behind {@code technologyLineage}: a technology and all that it was
 * derived from, each with those whom its marking and release let see it.
 */
final class LineageQuestion {

	private static final String TECHNOLOGY = "Technology";

	private static final String KEY = "key";

	private static final SymbolicName TOKEN = Cypher.name("released");

	private final Weaving weave;

	private final Projection inside;

	private final Projection excluding;

	private final Projection parties;

	private LineageQuestion(Weaving weave) {
		this.weave = weave;
		this.inside = weave.projection(TECHNOLOGY, "inside/technology");
		this.excluding = weave.projection(TECHNOLOGY, "releasability/excludedBy");
		this.parties = weave.projection("Party", "releasability/party");
	}

	/**
	 * Asks what is inside a technology and where it may go.
	 * @param technology its key
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<TechnologyLineage> of(String technology, Weaving weave) {
		LineageQuestion question = new LineageQuestion(weave);
		Projection shown = weave.projection(TECHNOLOGY, "technology");
		Parameter<Object> asked = weave.parameter(technology);
		return new Insight<>(LineageQuestion.class,
				() -> weave.one(TECHNOLOGY, asked, (of) -> Cypher.listOf(shown.of(of), question.inside(of))),
				new LineageReading(shown, question.inside, question.excluding, question.parties)::read);
	}

	private Expression inside(Node technology) {
		Reached lineage = Lineage.ancestors(this.weave, technology);
		Node node = lineage.node();
		return Cypher.collect(lineage.match()
			.returning(Cypher.listOf(lineage.depth(), this.inside.of(node), this.excluding.of(node),
					value(node, "marking"), named(node), members(node), partners(node)))
			.orderBy(Cypher.sort(lineage.depth()), node.property(KEY).ascending())
			.build());
	}

	private Expression value(Node technology, String field) {
		return this.weave.value(technology, TECHNOLOGY, field);
	}

	/** The nations and communities that it is released to by name. */
	private Expression named(Node technology) {
		Guarded nation = this.weave.all("Nation");
		Guarded community = this.weave.all("Community");
		Condition released = key(nation)
			.in(keys(technology, Audience.nation("")).concat(Cypher.listOf(value(technology, "originator"))));
		Condition belongs = key(community).in(keys(technology, Audience.community("")));
		return Cypher.collect(nation.match(released).returning(party(nation.node())).build())
			.concat(Cypher.collect(community.match(belongs).returning(party(community.node())).build()));
	}

	/** Nations that are members today of a community that it is released to. */
	private Expression members(Node technology) {
		Guarded community = this.weave.all("Community");
		Guarded member = this.weave.follow(community.node(), "Community", "members");
		Condition belongs = key(community).in(keys(technology, Audience.community("")));
		return Cypher.collect(member.matchAfter(community.match(belongs), Validity.isMember(member.edge()))
			.returning(party(member.node()))
			.build());
	}

	/** Nations that take part today in a program that uses it. */
	private Expression partners(Node technology) {
		Guarded program = this.weave.follow(technology, TECHNOLOGY, "programs");
		Guarded partner = this.weave.follow(program.node(), "Program", "participants");
		Condition used = this.weave.fact(program.edge(), "TechnologyUse", "until").isNull();
		return Cypher.collect(partner.matchAfter(program.match(used), Validity.takesPart(partner.edge()))
			.returning(party(partner.node()))
			.build());
	}

	private static Expression key(Guarded party) {
		return party.node().property(KEY);
	}

	private Expression party(Node party) {
		return Cypher.listOf(Cypher.head(Cypher.labels(party)), party.property(KEY), this.parties.of(party));
	}

	/** The keys among the tokens that it is released to. */
	private Expression keys(Node technology, String prefix) {
		return Cypher.listWith(TOKEN)
			.in(Cypher.coalesce(value(technology, "releasableTo"), Cypher.listOf(List.of())))
			.where(Cypher.literalOf(prefix).isEqualTo(Cypher.left(TOKEN, Cypher.literalOf(prefix.length()))))
			.returning(Cypher.substring(TOKEN, Cypher.literalOf(prefix.length()), null));
	}

}
