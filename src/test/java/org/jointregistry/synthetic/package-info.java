/**
 * A synthetic registry of any size: invented programs with all that belongs to them, as
 * files that the registry imports beside its curated set, and questions whose answers
 * were planted among them.
 * <p>
 * {@link org.jointregistry.synthetic.Synthetic} makes it slice by slice, of
 * {@value org.jointregistry.synthetic.Slice#PROGRAMS} programs each. A registry of scale
 * n is the first n slices, and nothing in a slice depends on later ones: what is in a
 * small registry is in each larger one of the same seed, with the same keys.
 * {@link org.jointregistry.synthetic.Generator} writes the files. None of this is
 * packaged.
 */
@NullMarked
package org.jointregistry.synthetic;

import org.jspecify.annotations.NullMarked;
