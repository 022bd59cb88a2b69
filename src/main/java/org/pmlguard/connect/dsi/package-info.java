/** The source attributes that US rules (45 CFR 170.315(b)(11)) ask of a decision support intervention. */
@NullMarked
package org.pmlguard.connect.dsi;

import org.jspecify.annotations.NullMarked;
