package org.jointregistry.importing;

/**
 * What became of a file that was sent.
 *
 * @param key key of its record
 * @param state how far it has come
 * @param rows rows in it, without the header, that were gone through
 * @param loaded rows that were loaded
 * @param rejected rows that were not
 * @param skipped whether the same file was there already, so that nothing was done
 */
public record UploadReport(String key, ImportState state, long rows, long loaded, long rejected, boolean skipped) {

}
