import { useParams } from 'react-router-dom';
import { ContactScreen } from '../features/contact-page/ContactScreen';

export function ContactPage() {
  const { documentId = '' } = useParams();
  return <ContactScreen documentId={documentId} />;
}
