package org.campaignledger.platform.exchange;

import java.time.LocalDate;
import org.campaignledger.kernel.Actor;
import org.campaignledger.platform.rules.CampaignRules;
import tools.jackson.databind.JsonNode;

/**
 * A row that is to become a record.
 *
 * @param id    of the record that it becomes
 * @param rules of the campaign
 * @param actor on whose word
 * @param today in the campaign's zone
 * @param body  the row as the body of its command
 */
public record SheetRowAsked(String id, CampaignRules rules, Actor actor, LocalDate today, JsonNode body) {}
