import { followFrames } from "./embed/follow-frames.js";

followFrames();
