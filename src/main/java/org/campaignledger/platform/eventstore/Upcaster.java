package org.campaignledger.platform.eventstore;

import java.util.function.UnaryOperator;

import tools.jackson.databind.node.ObjectNode;

/**
 * One step in the form of an event type: from a revision to the next. What is stored never changes (rule 18).
 *
 * @param type         short name of the event
 * @param fromRevision the revision that it reads; it gives the one after
 * @param step         pure: an event's JSON in the older form to the newer
 */
public record Upcaster(String type, int fromRevision, UnaryOperator<ObjectNode> step) {}
