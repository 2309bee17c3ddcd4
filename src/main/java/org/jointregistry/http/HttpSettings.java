package org.jointregistry.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How answers leave.
 *
 * @param preciseStatus whether answers in {@code application/graphql-response+json} have
 * the statuses of the specification's text of September 2026: 422 for a document that is
 * well-formed and not valid, and 294 for an answer that is partly errors; otherwise 400
 * and 200
 */
@ConfigurationProperties("registry.http")
record HttpSettings(@DefaultValue("false") boolean preciseStatus) {

}
