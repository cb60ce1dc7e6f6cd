package org.tenuto.link;

import org.tenuto.dose.PrimingReadBack;
import org.tenuto.dose.PrimingRequest;

/** A priming within a slot. */
final class PrimingCodec {

  private PrimingCodec() {}

  static void encode(PrimingRequest request, SlotWriter slot) {
    slot.id("libraryHash", request.libraryHash(), CommandCodec.ID_BYTES);
    slot.id("syringeId", request.syringeId(), CommandCodec.ID_BYTES);
    slot.i64(request.volumeNl());
  }

  static PrimingRequest request(SlotReader slot) {
    return new PrimingRequest(
        slot.text(CommandCodec.ID_BYTES), slot.text(CommandCodec.ID_BYTES), slot.i64());
  }

  static void encode(PrimingReadBack readBack, SlotWriter slot) {
    slot.i64(readBack.nonce());
    slot.i64(readBack.expiresAtNs());
    encode(readBack.request(), slot);
    slot.id("syringeName", readBack.syringeName(), ReadBackCodec.NAME_BYTES);
    slot.i64(readBack.volumeNl());
    slot.i64(readBack.rateNlPerH());
    slot.i64(readBack.durationS());
    slot.id("pumpRate", readBack.pumpRate(), ReadBackCodec.PUMP_BYTES);
    slot.id("pumpVolume", readBack.pumpVolume(), ReadBackCodec.PUMP_BYTES);
    slot.id("hash", readBack.hash(), CommandCodec.ID_BYTES);
  }

  static PrimingReadBack readBack(SlotReader slot) {
    return new PrimingReadBack(
        slot.i64(),
        slot.i64(),
        request(slot),
        slot.text(ReadBackCodec.NAME_BYTES),
        slot.i64(),
        slot.i64(),
        slot.i64(),
        slot.text(ReadBackCodec.PUMP_BYTES),
        slot.text(ReadBackCodec.PUMP_BYTES),
        slot.text(CommandCodec.ID_BYTES));
  }
}
