export default function KernelMapFigure() {
  return <p>To be drawn.</p>;
}
