package dev.longshore.console.token;

import java.util.List;

/** Tokens, newest first. */
record TokenListView(List<TokenView> items) {}
