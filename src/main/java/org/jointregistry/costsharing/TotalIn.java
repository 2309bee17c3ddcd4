package org.jointregistry.costsharing;

/**
 * A currency to state totals in, as {@code TotalInInput} describes it.
 *
 * @param currency its ISO 4217 code
 * @param ratesOf the day of the rates
 */
public record TotalIn(String currency, String ratesOf) {

}
