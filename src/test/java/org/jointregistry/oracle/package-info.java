/**
 * The proof that hidden data cannot be told from absent data, and that the read engine
 * answers right.
 * <p>
 * Everything here is written a second time, from the access policy and the schema's files
 * alone: {@code Sdl} reads the schema, {@code RawGraph} is the registry as bare facts in
 * memory, {@code Policy} says what a viewer sees of it, {@code Reduction} takes the rest
 * out and {@code Evaluator} answers requests over what remains, slowly and obviously. No
 * code of {@code read} is used; of {@code access} only {@code Release} and
 * {@code ReleaseStore}, by which {@code GraphLoader} stores generated graphs as the
 * registry's writers do and which are thereby checked too.
 * <ul>
 * <li>{@code DifferentialTests}: the engine's answers equal the evaluator's, errors
 * included; in the profile {@code nightly} the requests ask for 99 in 100 parts of the
 * schema.</li>
 * <li>{@code NonInterferenceTests}: the whole HTTP answer over a graph equals the answer
 * over its reduction, and stays the same while hidden data comes, changes and goes.</li>
 * <li>{@code AsSeenByTests}: what an auditor is answered as another viewer is what that
 * viewer is answered.</li>
 * <li>{@code AudienceTests}: what is told of who may see a record is what the sentences
 * say, and rests on nothing hidden.</li>
 * <li>{@code PagingLawTests}, {@code CodePointTests}: pages put together are the list,
 * whatever its texts.</li>
 * <li>{@code HostileNamesTests}: names and texts of a client's choice change
 * nothing.</li>
 * <li>{@code RemovedConditionTests}: whichever condition is taken out of the statements,
 * some answer tells; the rate is in {@code target/removed-conditions.txt}.</li>
 * <li>{@code SentenceTests}: whichever sentence of the policy did not hold, some answer
 * would tell.</li>
 * <li>{@code PolicyTests}: the oracle itself says what the sentences say.</li>
 * </ul>
 * Graphs, viewers and requests follow from a seed, which every failure names together
 * with the smallest case that was found. System properties: {@code oracle.seed} (the
 * first seed), {@code oracle.graphs} (how many graphs each test generates). The Maven
 * profile {@code nightly} asks ten thousand requests and more.
 */
@NullMarked
package org.jointregistry.oracle;

import org.jspecify.annotations.NullMarked;
