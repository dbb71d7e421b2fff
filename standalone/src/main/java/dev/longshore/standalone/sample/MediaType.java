package dev.longshore.standalone.sample;

/** How a share of the interactions came about: its entity type and the values that go with it. */
enum MediaType {
    EMAIL_IN(0, 280, "email", "Inbound", "InboundNew"),
    EMAIL_OUT(1, 170, "email", "Outbound", "OutboundReply"),
    CHAT(2, 200, "chat", "Inbound", "InboundNew"),
    PHONE_CALL(3, 250, "voice", "Inbound", "InboundNew"),
    CALLBACK(5, 40, "callback", "Outbound", "OutboundNew"),
    COBROWSE(6, 20, "cobrowse", "Inbound", "InboundNew"),
    WORK_ITEM(7, 40, "workitem", "Internal", "InternalWorkItem");

    private static final int PER_MILLE = 1000;
    private static final MediaType[] BY_CHANCE = byChance();

    private final int entityTypeId;
    private final int chance;
    private final String id;
    private final String typeId;
    private final String subtypeId;

    MediaType(int entityTypeId, int chance, String id, String typeId, String subtypeId) {
        this.entityTypeId = entityTypeId;
        this.chance = chance;
        this.id = id;
        this.typeId = typeId;
        this.subtypeId = subtypeId;
    }

    static MediaType pick(SampleRandom random) {
        return BY_CHANCE[random.below(PER_MILLE)];
    }

    int entityTypeId() {
        return entityTypeId;
    }

    String id() {
        return id;
    }

    String typeId() {
        return typeId;
    }

    String subtypeId() {
        return subtypeId;
    }

    boolean isEmail() {
        return this == EMAIL_IN || this == EMAIL_OUT;
    }

    /** Calls leave an agent's comment behind and no text. */
    boolean isWritten() {
        return this != PHONE_CALL && this != CALLBACK && this != COBROWSE;
    }

    private static MediaType[] byChance() {
        var table = new MediaType[PER_MILLE];
        int next = 0;
        for (var type : values()) {
            for (int i = 0; i < type.chance; i++) {
                table[next++] = type;
            }
        }
        return table;
    }
}
