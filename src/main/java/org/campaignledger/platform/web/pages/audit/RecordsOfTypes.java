package org.campaignledger.platform.web.pages.audit;

/** In which register the record of an event stands, by the name of the event's type. */
final class RecordsOfTypes {

    private RecordsOfTypes() {}

    /** Path name of the register; empty where the event is of no record. */
    static String register(String type) {
        return switch (type) {
            case "EventHeld", "EventCorrected", "EventReversed" -> "events";
            case "UnitMobilized", "MobilizationCorrected", "MobilizationReversed" -> "mobilizations";
            case "PropagandistRecruited", "PropagandistCorrected", "PropagandistReversed" -> "propagandists";
            case "ReachReported", "ReachReportCorrected", "ReachReportReversed" -> "reach-reports";
            case "MeasureFiled", "MeasureCorrected", "MeasureReversed" -> "measures";
            default -> type.startsWith("Entry") ? "entries" : "";
        };
    }
}
