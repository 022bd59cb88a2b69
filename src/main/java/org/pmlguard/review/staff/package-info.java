/** Who works at the desk: accounts of this server, the hospital's identity provider, and what each role may do. */
@NullMarked
package org.pmlguard.review.staff;

import org.jspecify.annotations.NullMarked;
