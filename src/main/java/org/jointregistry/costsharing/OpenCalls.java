package org.jointregistry.costsharing;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

import org.jointregistry.recording.NodeRef;
import org.jointregistry.shared.ExactDecimal;

/**
 * What was called from parties and is not paid yet, in each currency. Entries that were
 * reversed, or that others take the place of, do not count.
 */
final class OpenCalls {

	private static final String STANDING = """
			UNWIND $accounts AS account
			MATCH (:Program {key: account.program})<-[:TOWARDS]-(entry:Contribution)
			WHERE entry.kind IN ['CALLED', 'PAID'] AND entry.currency IS NOT NULL
			  AND EXISTS { (entry)<-[:CONTRIBUTES]-(:%3$s {key: account.party}) }
			  AND NOT EXISTS { (entry)<-[:REVERSES|SUPERSEDES]-() }
			WITH account, entry.currency AS currency, entry.amount AS amount,
			  CASE entry.kind WHEN 'CALLED' THEN 1 ELSE -1 END AS sign
			RETURN account, currency, [sum(sign * (amount / %1$d / %2$d)), sum(sign * (amount / %1$d %% %2$d)),
			  sum(sign * (amount %% %1$d))] AS open
			""";

	private final Map<Balance, BigDecimal> open = new HashMap<>();

	private OpenCalls() {
	}

	/**
	 * What is open by the entries that are there.
	 * @param transaction that holds the accounts
	 * @param accounts the accounts to ask for
	 * @return the balances
	 */
	static OpenCalls of(TransactionContext transaction, Collection<Account> accounts) {
		OpenCalls calls = new OpenCalls();
		accounts.stream()
			.distinct()
			.collect(Collectors.groupingBy((account) -> account.party().label()))
			.forEach((label, some) -> calls.read(transaction, label, some));
		return calls;
	}

	private void read(TransactionContext transaction, String label, List<Account> accounts) {
		transaction
			.run(STANDING.formatted(ExactDecimal.UNIT, ExactDecimal.MANY, label),
					Map.of("accounts", accounts.stream().map(Account::row).toList()))
			.forEachRemaining((row) -> {
				Value account = row.get("account");
				Account of = new Account(account.get("program").asString(),
						new NodeRef(label, account.get("party").asString()));
				add(of, row.get("currency").asString(), ExactDecimal.fromSums(row.get("open").asList()));
			});
	}

	/**
	 * Adds to what is open.
	 * @param account the account
	 * @param currency the currency
	 * @param amount what is called; below zero for what is paid
	 */
	void add(Account account, String currency, BigDecimal amount) {
		this.open.merge(new Balance(account, currency), amount, BigDecimal::add);
	}

	/**
	 * What is called and not paid.
	 * @param account the account
	 * @param currency the currency
	 * @return below zero where more is paid than was called
	 */
	BigDecimal of(Account account, String currency) {
		return this.open.getOrDefault(new Balance(account, currency), BigDecimal.ZERO);
	}

	private record Balance(Account account, String currency) {

	}

}
