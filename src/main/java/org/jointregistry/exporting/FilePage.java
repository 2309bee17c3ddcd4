package org.jointregistry.exporting;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A part of a file.
 *
 * @param rows its rows, with a value for each column: a text, a number, true or false, a
 * list of texts, or null where nothing is known, or nothing that the viewer may see
 * @param last key of the last record that was read for it; null where there was none, so
 * that the file ends
 */
record FilePage(List<List<@Nullable Object>> rows, @Nullable String last) {

}
