/** Sign-in with a provider of OpenID Connect. */
@NullMarked
package dev.longshore.console.oidc;

import org.jspecify.annotations.NullMarked;
