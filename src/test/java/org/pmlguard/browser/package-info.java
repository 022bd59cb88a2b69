/** A real Chromium for tests and pictures of pages, driven over its DevTools protocol. */
@NullMarked
package org.pmlguard.browser;

import org.jspecify.annotations.NullMarked;
