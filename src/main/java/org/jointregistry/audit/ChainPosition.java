package org.jointregistry.audit;

/**
 * Where an entry stands.
 *
 * @param chain number of the chain, from 0
 * @param sequence from 1 in each chain; 0 for before the first
 */
record ChainPosition(int chain, long sequence) {

}
