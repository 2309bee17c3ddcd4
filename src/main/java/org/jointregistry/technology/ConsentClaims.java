package org.jointregistry.technology;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.FoundNode;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Returned;
import org.jointregistry.read.Weaving;
import org.jointregistry.technology.ConsentNeed.Ground;

/**
 * Reads what {@link ConsentHolders} asks.
 *
 * @param nations reads nations whose consent is needed
 * @param technologies reads technologies that rights are in
 * @param holders reads holders of rights
 * @param regimes reads regimes that ask for consent
 * @param transfers reads transfers by which something came
 */
record ConsentClaims(Projection nations, Projection technologies, Projection holders, Projection regimes,
		Projection transfers) {

	/**
	 * What an answer of {@link ConsentNeed} shows.
	 * @param weave knows what is selected
	 * @return nothing where nothing is selected
	 */
	static ConsentClaims shown(Weaving weave) {
		return new ConsentClaims(weave.projection("Nation", "nations/nation"),
				weave.projection("Technology", "nations/grounds/technology"),
				weave.projection("Party", "nations/grounds/holder"),
				weave.projection("ControlRegime", "nations/grounds/regime"),
				weave.projection("Transfer", "nations/grounds/transfer"));
	}

	/**
	 * The claims.
	 * @param returned what the statement returned
	 * @return those of the technology before those of what it was derived from, and that
	 * of the regime that it is passed on under at the end
	 */
	List<Claim> read(@Nullable Object returned) {
		List<?> values = Returned.list(returned);
		List<Claim> claims = new ArrayList<>();
		if (values.getFirst() instanceof List<?> parts) {
			parts.forEach((each) -> addInside(claims, Returned.list(each)));
		}
		if (values.get(1) instanceof List<?> regime) {
			Ground ground = new Ground("PASSED_UNDER", null, null, null, null, null, null,
					this.regimes.read(regime.getFirst()), null);
			add(claims, Returned.list(regime.get(1)), ground);
		}
		return claims;
	}

	private void addInside(List<Claim> claims, List<?> inside) {
		long depth = (Long) inside.getFirst();
		FoundNode technology = this.technologies.read(inside.get(1));
		Returned.list(inside.get(2)).forEach((right) -> addRight(claims, Returned.list(right), technology, depth));
		Returned.list(inside.get(3)).forEach((came) -> addCame(claims, Returned.list(came), technology, depth));
	}

	private void addRight(List<Claim> claims, List<?> right, FoundNode technology, long depth) {
		Ground ground = new Ground("RIGHT", technology, depth, this.holders.read(right.get(3)),
				(String) right.getFirst(), (String) right.get(1), (String) right.get(2), null, null);
		add(claims, Returned.list(right.get(4)), ground);
	}

	private void addCame(List<Claim> claims, List<?> came, FoundNode technology, long depth) {
		List<?> regime = Returned.list(came.get(1));
		Ground ground = new Ground("CAME_UNDER", technology, depth, null, null, null, null,
				this.regimes.read(regime.getFirst()), this.transfers.read(came.getFirst()));
		add(claims, Returned.list(regime.get(1)), ground);
	}

	private void add(List<Claim> claims, List<?> nations, Ground ground) {
		nations.forEach((each) -> {
			List<?> nation = Returned.list(each);
			claims.add(new Claim((String) nation.getFirst(), this.nations.read(nation.get(1)), ground));
		});
	}

	/**
	 * What makes a nation's consent needed.
	 *
	 * @param code the nation's code
	 * @param nation the nation as it is shown
	 * @param ground why
	 */
	record Claim(String code, FoundNode nation, Ground ground) {

	}

}
