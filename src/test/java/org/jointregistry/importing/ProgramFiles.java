package org.jointregistry.importing;

/**
 * Files of programs in the registry's own format, with keys that begin with
 * {@value CsvFiles#PREFIX}.
 */
final class ProgramFiles {

	static final String HEADER = WholeFiles.csv("Program", "key,name,domain,kind,status,parent\n");

	private static final String BLANK = ",".repeat(HEADER.split(",").length - 6);

	private ProgramFiles() {
	}

	static String programs(int first, int last) {
		StringBuilder file = new StringBuilder(HEADER);
		for (int i = first; i <= last; i++) {
			file.append(row("ODD" + i, "AIR", ""));
		}
		return file.toString();
	}

	static String row(String key, String domain, String parent) {
		return key + ",Name," + domain + ",JOINT_DEVELOPMENT,ACTIVE," + parent + BLANK + "\n";
	}

}
