#!/usr/bin/python3
"""Reads what a Tenuto device publishes, with nothing of Tenuto but its .proto files.

    protoc -I proto/src/main/protobuf --python_out=STUBS $(find proto/src/main/protobuf -name '*.proto')
    PYTHONPATH=STUBS docs/subscriber.py HOST PORT [COUNT] [AUTHORITY CERTIFICATE KEY]

Prints a line for each message: its topic, its bytes in hex, and what they say; after COUNT of them,
0 for no end, it is done. It never publishes. Research software: no alarm system.
"""
import hashlib
import ssl
import sys

from google.protobuf import text_format
import paho.mqtt.client as mqtt
from tenuto.telemetry.v1 import telemetry_pb2 as telemetry

MESSAGES = {
    "conn": telemetry.Conn,
    "birth": telemetry.Birth,
    "live": telemetry.Live,
    "last": telemetry.Last,
    "event": telemetry.Event,
    "diag": telemetry.Diag,
    "alarm": telemetry.AlarmNow,
}
events = {}  # device: the last event that came for the first time
left = int(sys.argv[3]) if len(sys.argv) > 3 else 0


def check_chain(device, payload):
    """The hash is over the bytes as they stand on the wire, so they are taken unread."""
    event = telemetry.SealedEvent.FromString(payload)
    text = event.previous_hash + event.wire_seq.to_bytes(8, "big") + event.body
    if hashlib.sha256(text).digest() != event.hash:
        raise ValueError("event %d is not what its hash says" % event.wire_seq)
    before = events.get(device)
    if before is not None and event.wire_seq <= before.wire_seq:
        return  # comes again: at least once is what was promised
    if before is not None and event.wire_seq == before.wire_seq + 1:
        if event.previous_hash != before.hash:
            raise ValueError("event %d does not follow the one before" % event.wire_seq)
    elif before is not None:
        print("GAP before event %d" % event.wire_seq, file=sys.stderr)
    events[device] = event


def take(client, userdata, message):
    global left
    _, _, site, device, kind = message.topic.split("/")[:5]
    if message.payload or kind != "alarm":  # an empty alarm is one that is over
        schema = dict(message.properties.UserProperty)["schema"]
        decoded = MESSAGES[kind].FromString(message.payload)
        if not schema == decoded.schema == decoded.DESCRIPTOR.full_name:
            raise ValueError("%s says it is %s" % (message.topic, schema))
        if kind == "event":
            check_chain((site, device), message.payload)
        said = text_format.MessageToString(decoded, as_one_line=True)
    else:
        said = ""
    print(message.topic, message.payload.hex(), said, sep="\t", flush=True)
    left -= 1
    if left == 0:
        client.disconnect()


def subscribe(client, userdata, flags, reason, properties=None):
    client.subscribe("tenuto/v1/#", qos=1)


client = mqtt.Client(protocol=mqtt.MQTTv5)
if len(sys.argv) > 6:
    authority, certificate, key = sys.argv[4:7]
    client.tls_set(authority, certificate, key, tls_version=ssl.PROTOCOL_TLS_CLIENT)
client.on_connect = subscribe
client.on_message = take
client.connect(sys.argv[1], int(sys.argv[2]))
client.loop_forever()
