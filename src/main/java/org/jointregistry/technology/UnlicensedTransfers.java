package org.jointregistry.technology;

import java.util.List;

import org.jointregistry.read.FoundNode;

/**
 * Transfers without a licence that was valid on their date, as
 * {@code schema/licence-insight.graphqls} describes them.
 *
 * @param transfers by key
 * @param hasMore whether there are more
 */
record UnlicensedTransfers(List<FoundNode> transfers, boolean hasMore) {

}
