package dev.longshore.events;

/** Stands in for a generated event class. */
public record PlantedContract(String word) {}
