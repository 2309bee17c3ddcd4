package org.jointregistry.agreement;

import java.util.Map;

/**
 * A stage of an agreement's life that was recorded and stands.
 *
 * @param key its record's key
 * @param stage the stage
 * @param date when it was reached
 * @param facts its values as the graph stores them
 */
record Step(String key, Stage stage, String date, Map<String, Object> facts) {

}
