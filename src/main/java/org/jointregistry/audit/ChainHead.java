package org.jointregistry.audit;

/**
 * The end of a chain.
 *
 * @param chain number of the chain, from 0
 * @param sequence of the last entry; 0 where there is none
 * @param hash of the last entry; zeros where there is none
 */
record ChainHead(int chain, long sequence, String hash) {

}
