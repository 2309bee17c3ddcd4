package org.jointregistry.agreement;

/**
 * A stage of an agreement's life that was recorded and stands.
 *
 * @param key its record's key
 * @param stage the stage
 * @param date when it was reached
 */
record Step(String key, Stage stage, String date) {

}
