package org.tenuto.station;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import org.jspecify.annotations.NullMarked;
import org.tenuto.journal.JournalRecord;
import org.tenuto.proto.journal.StationStarted;

/** What one record of a journal says, whatever its type. */
@NullMarked
final class RecordText {

  private RecordText() {}

  /**
   * Its message.
   *
   * @throws InvalidProtocolBufferException if this program does not know its type, or the payload
   *     is none of that type
   */
  static DynamicMessage message(JournalRecord record) throws InvalidProtocolBufferException {
    Descriptor type =
        StationStarted.getDescriptor().getFile().findMessageTypeByName(record.type());
    if (type == null) {
      throw new InvalidProtocolBufferException(
          "unknown type, " + record.payload().size() + " bytes");
    }
    return DynamicMessage.parseFrom(type, record.payload());
  }
}
