package org.jointregistry.importing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names of organizations are compared without what is written now so, now so.
 */
class OrganizationNamesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Elektra S.p.A.            | ELEKTRA SPA
			Société Inventée, S.A.S.  | societe inventee
			Łódź Works sp. z o.o.     | LODZ-WORKS
			Werk GmbH & Co. KG        | werk
			Saab Aktiebolag           | Saab AB
			SAPA OPERACIONES, S.L.    | Sapa Operaciones
			""")
	void caseAccentsPunctuationAndLegalFormsDoNotCount(String one, String other) {
		assertThat(OrganizationNames.plain(one)).isEqualTo(OrganizationNames.plain(other));
	}

	@Test
	void aNameThatIsALegalFormIsOneStill() {
		assertThat(OrganizationNames.plain("SAS")).isEqualTo("sas");
		assertThat(OrganizationNames.plain("AS Works")).isNotEqualTo(OrganizationNames.plain("AS Sensors"));
		assertThat(OrganizationNames.plain("SAPA OPERACIONES, S.L.")).isEqualTo("sapa operaciones");
		assertThat(OrganizationNames.plain("Invented SE Works AG")).isEqualTo("invented se works");
	}

	@ParameterizedTest
	@CsvSource({ "invented works north, invented works nord, true", "invented works, sensors of another, false" })
	void nearNamesAreLookedAt(String one, String other, boolean near) {
		assertThat(OrganizationNames.isNear(one, other)).isEqualTo(near);
	}

}
