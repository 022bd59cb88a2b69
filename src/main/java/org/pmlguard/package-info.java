/** PML Guard: a CDS Hooks server that warns before an immunosuppressant meets a patient at risk of PML. */
@NullMarked
package org.pmlguard;

import org.jspecify.annotations.NullMarked;
